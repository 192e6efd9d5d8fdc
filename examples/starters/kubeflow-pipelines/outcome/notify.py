"""Send a message by e-mail, or only log it where nobody asked to be told.

A step that is tried again may send its message twice; nothing here remembers.
"""

from __future__ import annotations

import argparse
import smtplib
import ssl
import sys
from email.message import EmailMessage

TIMEOUT_SECONDS = 30


def message(sender: str, to: str, subject: str, text: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = sender
    mail["To"] = to
    # A line break would start a header of its own.
    mail["Subject"] = " ".join(subject.split())
    mail.set_content(text)
    return mail


def send(relay: str, mail: EmailMessage) -> None:
    host, port = relay.rsplit(":", 1)
    with smtplib.SMTP(host, int(port), timeout=TIMEOUT_SECONDS) as server:
        server.ehlo()
        if server.has_extn("starttls"):
            server.starttls(context=ssl.create_default_context())
        server.send_message(mail)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--relay", required=True, help="host:port of the mail relay")
    parser.add_argument("--from", required=True, dest="sender")
    parser.add_argument("--to", required=True, help="empty: nobody is told")
    parser.add_argument("--subject", required=True)
    parser.add_argument("--text", required=True)
    return parser.parse_args()


def main() -> int:
    args = parse_arguments()
    print(f"{args.subject}\n{args.text}")
    if not args.to:
        print("notificationEmail is not set: nobody is told.")
        return 0
    send(args.relay, message(args.sender, args.to, args.subject, args.text))
    print(f"Sent to {args.to}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
