package dev.leadline.event;

import java.util.List;

/**
 * The names whose values are not recorded unless that is asked for: those of variables, arguments,
 * attributes and keys that look like secrets. The one list of them; the agent is sent it.
 *
 * <p>It would rather hide a harmless value (the {@code key} of a loop, the {@code tokens} of a
 * parser) than let a secret into a file.
 */
public final class SecretNames {

  /** Globs, matched without case. */
  public static final List<String> GLOBS =
      List.of(
          "*password*",
          "*passwd*",
          "*passphrase*",
          "*passcode*",
          "*pwd",
          "pwd_*",
          "pass",
          "*_pass",
          "*secret*",
          "*token*",
          "*credential*",
          "key",
          "*_key",
          "*-key",
          "*apikey*",
          "*api_key*",
          "*api-key*",
          "*accesskey*",
          "*access_key*",
          "*privatekey*",
          "*private_key*",
          "auth",
          "*_auth",
          "*authorization*",
          "*bearer*",
          "*jwt*",
          "*cookie*",
          "*sessionid*",
          "*session_id*",
          "*session-id*",
          "otp",
          "*_otp",
          "*connection_string*",
          "database_url",
          "*dsn");

  private SecretNames() {}
}
