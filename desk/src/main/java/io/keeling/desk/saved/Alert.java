package io.keeling.desk.saved;

import io.keeling.desk.messages.Languages;
import io.keeling.desk.messages.Messages;
import java.net.URI;

/**
 * A channel by which a search tells its followers. Immutable; threads may share it.
 *
 * @param channel any but {@link Channel#NONE}
 * @param target the receiver's address; secret, as many services' addresses are
 * @param corrections whether corrections of articles are sent, too
 * @param language the code of the messages' language; programs get none
 */
public record Alert(
    Channel channel, String target, Rhythm rhythm, boolean corrections, String language) {

  /** The default language. */
  public static final String DEFAULT_LANGUAGE = Languages.ENGLISH.code();

  public Messages words() {
    return Languages.of(language).orElse(Languages.ENGLISH);
  }

  /** Whether messages can be sent to the target; else the channel has none. */
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
