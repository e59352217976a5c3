"""`python -m muniment`: the command line."""

from muniment.desk.cli import main

if __name__ == "__main__":
    main()
