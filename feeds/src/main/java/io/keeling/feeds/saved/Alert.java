package io.keeling.feeds.saved;

import io.keeling.feeds.messages.Languages;
import io.keeling.feeds.messages.Messages;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who is told of what a search finds, and when. Immutable and safe to share between threads.
 *
 * @param target where to; secret, as addresses of many services are
 * @param corrections whether another wording of what was told is told as well
 * @param language the code of the language that people are told in; programs are told in none
 */
public record Alert(
    Channel channel, String target, Rhythm rhythm, boolean corrections, String language) {

  /** What is spoken where nothing else is asked for. */
  public static final String DEFAULT_LANGUAGE = Languages.ENGLISH.code();

  /** Nobody. */
  public static final Alert NONE =
      new Alert(Channel.NONE, "", Rhythm.AT_ONCE, true, DEFAULT_LANGUAGE);

  /** Longest address that is told. Chosen: what browsers take. */
  private static final int LONGEST_TARGET = 2_000;

  /** RFC 5321, section 4.5.3.1. */
  private static final int LONGEST_MAILBOX = 254;

  /** Nothing that mail could take for more than an address, or that must be quoted. */
  private static final Pattern MAILBOX =
      Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\p{N}.-]{1,190}");

  /** What is wrong with it, in a line that does not hold the target; nothing if all is well. */
  Optional<String> problem() {
    if (channel == Channel.NONE) {
      return target.isEmpty()
          ? Optional.empty()
          : Optional.of("target must be empty where channel is none");
    }
    if (channel == Channel.EMAIL) {
      return target.length() <= LONGEST_MAILBOX && isMailbox(target)
          ? Optional.empty()
          : Optional.of("target must be one address of mail, such as ina@example.org");
    }
    return target.length() <= LONGEST_TARGET && isWebAddress(target)
        ? Optional.empty()
        : Optional.of("target must be an http or https address of at most 2000 characters");
  }

  private static boolean isMailbox(String text) {
    return MAILBOX.matcher(text).matches();
  }

  private static boolean isWebAddress(String text) {
    try {
      URI address = new URI(text);
      return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
          && address.getHost() != null
          && address.getRawUserInfo() == null
          && address.getRawFragment() == null;
    } catch (java.net.URISyntaxException e) {
      return false;
    }
  }

  /** The words that people are told in. */
  public Messages words() {
    return Languages.of(language).orElse(Languages.ENGLISH);
  }

  /** The target as it may be shown: only the host, for the rest of it may be a secret. */
  public String shownTarget() {
    if (channel == Channel.EMAIL) {
      return target.substring(target.lastIndexOf('@') + 1);
    }
    return channel == Channel.NONE ? "" : String.valueOf(URI.create(target).getHost());
  }

  /** Keeps the target out of logs. */
  @Override
  public String toString() {
    return "Alert[" + channel.value() + " " + rhythm.value() + "]";
  }
}
