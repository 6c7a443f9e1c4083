package io.keeling.desk.saved.alert;

import io.keeling.desk.saved.Channel;
import io.keeling.desk.saved.alert.Sender.Sent;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The senders of this desk, one for each kind of channel. Threads may share it. */
final class Senders {

  private static final Logger LOG = LoggerFactory.getLogger(Senders.class);

  /** For invalid addresses that an earlier release accepted. */
  private static final Sent NO_ADDRESS = Sent.refused(null, "the address is invalid");

  private final Map<Channel, Sender> senders;

  Senders(Map<Channel, Sender> senders) {
    this.senders = new EnumMap<>(senders);
  }

  /** Sends a message by its channel; returns a result in every case. */
  Sent send(Message message) {
    Sender sender = senders.get(message.alert().channel());
    if (sender == null) {
      return Sent.failed(null, "this desk cannot send by " + message.alert().channel().value());
    }
    if (!message.alert().canBeAsked()) {
      return NO_ADDRESS;
    }
    try {
      return sender.send(message);
    } catch (IllegalArgumentException e) {
      // The HTTP client refuses some addresses that passed the check when they were saved.
      return NO_ADDRESS;
    } catch (RuntimeException e) {
      // Without the exception's message, which may contain the target.
      LOG.error(
          "The message {} cannot be sent: {} at {}",
          message.id(),
          e.getClass().getName(),
          e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0]);
      return Sent.failed(null, "the desk failed");
    }
  }
}
