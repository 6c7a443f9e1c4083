package io.keeling.desk.saved;

import io.keeling.desk.messages.Messages;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A kind of channel by which alerts are sent. */
public enum Channel {
  /** No alerts; people open the search. */
  NONE,
  /** Signed JSON, as in Standard Webhooks. */
  WEBHOOK,
  /** Text for an incoming webhook of Slack. */
  SLACK("Slack"),
  /** Text for a generic webhook of matrix-hookshot. */
  MATRIX("Matrix"),
  EMAIL;

  /** The brand name, the same in every language; null if the name is translated. */
  private final @Nullable String brand;

  Channel() {
    this.brand = null;
  }

  Channel(String brand) {
    this.brand = brand;
  }

  /** Whether it sends text to the incoming webhook of a chat. */
  boolean isChat() {
    return brand != null;
  }

  public String label(Messages messages) {
    return brand == null ? messages.of("channel." + value()) : brand;
  }

  /** The name in requests and in the database. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The channel with this value; empty if there is none. */
  public static Optional<Channel> of(String value) {
    return Arrays.stream(values()).filter(channel -> channel.value().equals(value)).findFirst();
  }
}
