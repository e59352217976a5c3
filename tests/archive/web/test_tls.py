"""Certificates are verified: a server that only says who it is, is not believed."""

import http.server
import shutil
import ssl
import subprocess
import threading

import pytest
from tests.archive.web.test_fetching import Watch

from muniment.archive.web import Fetcher, Manners
from muniment.errors import CaptureError


class Answering(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<p>The Council met.</p>")

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def certified(tmp_path_factory):
    """A server with a certificate for `localhost` that nobody vouches for; yields its port and the certificate."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl to make a certificate with")
    folder = tmp_path_factory.mktemp("tls")
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    made += ["-addext", "subjectAltName=DNS:localhost", "-keyout", f"{folder}/key.pem", "-out", f"{folder}/cert.pem"]
    subprocess.run(made, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server.server_address[1], folder / "cert.pem"
    server.shutdown()
    server.server_close()
    thread.join()


def refusal(port, host="localhost", **more):
    with pytest.raises(CaptureError) as caught:
        Fetcher(Manners(private=True), Watch().timing(), **more).fetch(f"https://{host}:{port}/a")
    return caught.value


def test_a_certificate_that_nobody_vouches_for_is_refused(certified):
    error = refusal(certified[0])
    assert error.code == "certificate"
    assert "certificate does not hold" in error.what


def test_a_certificate_for_another_host_is_refused_and_one_for_the_host_is_taken(certified):
    port, path = certified

    def trusting():
        return ssl.create_default_context(cafile=str(path))

    assert refusal(port, "127.0.0.1", tls=trusting).code == "certificate"
    found = Fetcher(Manners(private=True), Watch().timing(), tls=trusting).fetch(f"https://localhost:{port}/a")
    assert (found.status, found.content) == (200, b"<p>The Council met.</p>")


def test_a_server_that_speaks_no_tls_is_told():
    from tests.rogue import Rogue

    with Rogue() as server:
        error = refusal(server.port)
    assert error.code in ("tls", "busy")
    assert error.hint
