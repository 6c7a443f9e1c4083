package io.keeling.desk.saved;

import io.keeling.desk.config.AlertsConfig;
import io.keeling.runtime.address.GuardedNames;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The channels and addresses that this desk can send alerts to, by its settings. Threads may share
 * it.
 */
final class ChannelRules {

  private final GuardedNames names;
  private final List<Channel> channels;

  ChannelRules(AlertsConfig config) {
    this.names = config.names();
    this.channels =
        Arrays.stream(Channel.values())
            .filter(each -> each != Channel.EMAIL || config.mail().host() != null)
            .toList();
  }

  /** The channels that can be chosen. */
  List<Channel> channels() {
    return channels;
  }

  /** The values of these channels, for error messages. */
  String allowed() {
    return channels.stream().map(Channel::value).collect(Collectors.joining(", "));
  }

  /** Key of the message that shows what an address of this channel looks like; chats share one. */
  static String hint(Channel channel) {
    return "target.hint-" + (channel.isChat() ? "chat" : channel.value());
  }

  /**
   * Parses the address for a channel that needs one. If only a name server can resolve the host,
   * the host is checked when a message is sent.
   */
  AlertAddress read(Channel channel, String text) {
    if (!channels.contains(channel)) {
      return new AlertAddress.Bad("target.no-mail");
    }
    AlertAddress address = AlertAddress.read(channel, text);
    if (address instanceof AlertAddress.Bad bad && bad.key().equals("target.scheme")) {
      return new AlertAddress.Bad(hint(channel)); // anything but a web address, such as a room
    }
    return channel != Channel.EMAIL
            && address instanceof AlertAddress.Good good
            && names.refusesUnasked(URI.create(good.target()).getHost())
        ? new AlertAddress.Bad("target.network")
        : address;
  }
}
