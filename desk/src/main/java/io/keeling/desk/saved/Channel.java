package io.keeling.desk.saved;

import io.keeling.desk.messages.Messages;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The way by which a follower is told. */
public enum Channel {
  /** Nobody is told; the search is looked at. */
  NONE,
  /** JSON to an address, signed as Standard Webhooks has it. */
  WEBHOOK,
  /** Text to an incoming webhook as Slack has it. */
  SLACK("Slack"),
  /** Text to a generic webhook of matrix-hookshot. */
  MATRIX("Matrix"),
  /** A mail. */
  EMAIL;

  /** What it is called in every language; null where each has its own word. */
  private final @Nullable String brand;

  Channel() {
    this.brand = null;
  }

  Channel(String brand) {
    this.brand = brand;
  }

  /** What people call it. */
  public String label(Messages messages) {
    return brand == null ? messages.of("channel." + value()) : brand;
  }

  /** As it is written in requests and in the database. */
  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What may be written, in words. */
  static String allowed() {
    return Arrays.stream(values()).map(Channel::value).collect(Collectors.joining(", "));
  }

  /** The one that a value names, or nothing where it names none. */
  public static Optional<Channel> of(String value) {
    return Arrays.stream(values()).filter(channel -> channel.value().equals(value)).findFirst();
  }
}
