package io.keeling.desk.saved;

import io.keeling.desk.messages.Languages;
import io.keeling.desk.messages.Messages;
import java.net.URI;

/**
 * Who is told of what a search finds by one channel, and when.
 *
 * @param channel any but {@link Channel#NONE}
 * @param target where to; secret, as addresses of many services are
 * @param corrections whether another wording of what was told is told as well
 * @param language the code of the language that people are told in; programs are told in none
 */
public record Alert(
    Channel channel, String target, Rhythm rhythm, boolean corrections, String language) {

  /** What is spoken where nothing else is asked for. */
  public static final String DEFAULT_LANGUAGE = Languages.ENGLISH.code();

  /** The words that people are told in. */
  public Messages words() {
    return Languages.of(language).orElse(Languages.ENGLISH);
  }

  /** Whether there is something at the target that can be asked; else the channel has none. */
  public boolean canBeAsked() {
    return AlertAddress.read(channel, target) instanceof AlertAddress.Good;
  }

  /** The target as it may be shown: only the host, for the rest of it may be a secret. */
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

  /** What it is, for people and logs: the way and the host. */
  public String shown() {
    return channel.value() + " " + shownTarget();
  }

  /** Keeps the target out of logs. */
  @Override
  public String toString() {
    return "Alert[" + channel.value() + " " + rhythm.value() + "]";
  }
}
