"""Messages, through a mail server on this computer."""

from __future__ import annotations

from fake_mail import Inbox, text_of
from run_outcome import must_run, run_outcome

SENDER = "kubeflow@example.com"
TEXT = "An AUC of 0.7 is below 0.8. – Müller"


def options(relay: str, to: str, subject: str = "churn: no model") -> list[str]:
    return [
        *("--relay", relay),
        *("--from", SENDER),
        *("--to", to),
        *("--subject", subject),
        *("--text", TEXT),
    ]


def test_a_message_arrives(relay: str, inbox: Inbox) -> None:
    must_run("notify", *options(relay, "team@example.com"))
    (mail,) = inbox.mails
    assert (mail["From"], mail["To"]) == (SENDER, "team@example.com")
    assert mail["Subject"] == "churn: no model"
    assert text_of(mail) == TEXT


def test_a_line_break_makes_no_header(relay: str, inbox: Inbox) -> None:
    subject = "churn\r\nBcc: everybody@example.com"
    must_run("notify", *options(relay, "team@example.com", subject))
    (mail,) = inbox.mails
    assert mail["Bcc"] is None
    assert mail["Subject"] == "churn Bcc: everybody@example.com"


def test_without_a_recipient_the_log_has_it(relay: str, inbox: Inbox) -> None:
    log = must_run("notify", *options(relay, ""))
    assert "churn: no model" in log
    assert TEXT in log
    assert not inbox.mails


def test_a_relay_that_is_down_fails_the_step() -> None:
    # Nothing listens on the port for discarded data.
    done = run_outcome("notify", *options("127.0.0.1:9", "team@example.com"))
    assert done.returncode != 0
    assert "ConnectionRefusedError" in done.stderr
