package io.keeling.desk.saved;

import io.keeling.desk.config.AlertsConfig;
import io.keeling.runtime.address.GuardedNames;
import java.net.URI;

/** Where this desk can send alerts, by its settings. Threads may share it. */
final class ChannelRules {

  private final GuardedNames names;

  ChannelRules(AlertsConfig config) {
    this.names = config.names();
  }

  /**
   * Parses the address for a channel that needs one. A host that only a name server knows is judged
   * when something is sent.
   */
  AlertAddress read(Channel channel, String text) {
    AlertAddress address = AlertAddress.read(channel, text);
    return channel != Channel.EMAIL
            && address instanceof AlertAddress.Good good
            && names.refusesUnasked(URI.create(good.target()).getHost())
        ? new AlertAddress.Bad("target.network")
        : address;
  }
}
