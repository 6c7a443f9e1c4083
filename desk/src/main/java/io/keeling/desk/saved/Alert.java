package io.keeling.desk.saved;

import io.keeling.desk.messages.Languages;
import io.keeling.desk.messages.Messages;
import java.net.URI;

/**
 * A channel, and the receiver to which the alerts of a saved search are sent. Immutable; threads
 * may share it.
 *
 * @param channel any except {@link Channel#NONE}
 * @param target the receiver's address; secret, as many services' addresses are
 * @param corrections whether corrections of articles are sent, too
 * @param language the code of the messages' language
 */
public record Alert(
    Channel channel, String target, Rhythm rhythm, boolean corrections, String language) {

  /** The default language. */
  public static final String DEFAULT_LANGUAGE = Languages.ENGLISH.code();

  public Messages words() {
    return Languages.of(language).orElse(Languages.ENGLISH);
  }

  /** Whether the target is a valid address for the channel. */
  public boolean canBeAsked() {
    return AlertAddress.read(channel, target) instanceof AlertAddress.Good;
  }

  /** The target's host, as the rest may be a secret. */
  public String shownTarget() {
    if (channel == Channel.EMAIL) {
      return target.substring(target.lastIndexOf('@') + 1);
    }
    try {
      String host = URI.create(target).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Channel and host, for people and logs. */
  public String shown() {
    return channel.value() + " " + shownTarget();
  }

  /** Keeps the target out of logs. */
  @Override
  public String toString() {
    return "Alert[" + channel.value() + " " + rhythm.value() + "]";
  }
}
