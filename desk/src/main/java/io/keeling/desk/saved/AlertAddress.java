package io.keeling.desk.saved;

import java.util.regex.Pattern;

/**
 * An alert's address as typed, or the reason why it is refused. Immutable; threads may share it.
 */
sealed interface AlertAddress {

  /**
   * Longest web address, in characters: many times as long as the webhook address of a chat
   * service.
   */
  int LONGEST = 2_000;

  /** Longest mail address, in characters (RFC 5321, section 4.5.3.1). */
  int LONGEST_MAILBOX = 254;

  /** Plain mail addresses, which have no characters that need quotes. */
  Pattern MAILBOX =
      Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\p{N}.-]{1,190}");

  /**
   * A valid address.
   *
   * @param target the address as it is used, with a non-ASCII host in its ASCII form
   */
  record Good(String target) implements AlertAddress {

    /** Keeps the target out of logs. */
    @Override
    public String toString() {
      return "Good";
    }
  }

  /**
   * A refused address.
   *
   * @param key the message that gives the reason
   */
  record Bad(String key) implements AlertAddress {}

  /** Parses the address for a channel that needs one. */
  static AlertAddress read(Channel channel, String text) {
    String bare = text.strip();
    if (bare.isEmpty()) {
      return new Bad("target.empty");
    }
    return channel == Channel.EMAIL ? mailbox(bare) : WebTarget.read(bare);
  }

  private static AlertAddress mailbox(String text) {
    return text.length() <= LONGEST_MAILBOX && MAILBOX.matcher(text).matches()
        ? new Good(text)
        : new Bad("target.mailbox");
  }
}
