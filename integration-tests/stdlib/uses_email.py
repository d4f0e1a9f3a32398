import email
import email.policy
import email.utils
from email.message import EmailMessage

message = EmailMessage()
message["Subject"] = "Gr\u00fc\u00dfe"
message["From"] = "Ada <ada@example.org>"
message["Date"] = "Mon, 01 Jan 2024 00:00:00 +0000"
message.set_content("Hello\n")
text = message.as_string()
parsed = email.message_from_string(text, policy=email.policy.default)
print(parsed["subject"], parsed["from"].addresses[0].username, parsed.get_content().strip())
print(email.utils.parseaddr("Bob <bob@example.org>"), email.utils.parsedate_tz(parsed["date"])[:3])
