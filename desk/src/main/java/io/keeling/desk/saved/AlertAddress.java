package io.keeling.desk.saved;

import java.util.regex.Pattern;

/**
 * Where an alert goes, as it was typed, or why it cannot go there. Immutable and safe to share
 * between threads.
 */
sealed interface AlertAddress {

  /** Longest web address. Chosen: what browsers take. */
  int LONGEST = 2_000;

  /** RFC 5321, section 4.5.3.1. */
  int LONGEST_MAILBOX = 254;

  /** Nothing that mail could take for more than an address, or that must be quoted. */
  Pattern MAILBOX =
      Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\p{N}.-]{1,190}");

  /**
   * It can be asked.
   *
   * @param target in the form in which it is asked: a host that is not ASCII is written in ASCII
   */
  record Good(String target) implements AlertAddress {

    /** Keeps the target out of logs. */
    @Override
    public String toString() {
      return "Good";
    }
  }

  /**
   * It cannot.
   *
   * @param key the message that says why
   */
  record Bad(String key) implements AlertAddress {}

  /** Reads an address for a channel that has one. */
  static AlertAddress read(Channel channel, String text) {
    String bare = text.strip();
    if (bare.isEmpty()) {
      return new Bad("target.empty");
    }
    return channel == Channel.EMAIL ? mailbox(bare) : WebAddress.read(bare);
  }

  private static AlertAddress mailbox(String text) {
    return text.length() <= LONGEST_MAILBOX && MAILBOX.matcher(text).matches()
        ? new Good(text)
        : new Bad("target.mailbox");
  }
}
