package io.keeling.desk.saved.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.keeling.contract.serde.Json;
import io.keeling.desk.label.Labels;
import io.keeling.desk.saved.Channel;
import java.util.Map;
import java.util.function.Function;

/**
 * Sends alerts to a chat by an incoming webhook, whose address is its only secret. Immutable;
 * threads may share it.
 */
final class ChatSender implements Sender {

  private final HttpPosts posts;
  private final Function<Message, Map<String, String>> body;

  private ChatSender(HttpPosts posts, Function<Message, Map<String, String>> body) {
    this.posts = posts;
    this.body = body;
  }

  /** A sender for each kind of chat. */
  static Map<Channel, Sender> all(HttpPosts posts, Labels labels, String baseUrl) {
    return Map.of(
        Channel.SLACK,
        slack(posts, labels, baseUrl),
        Channel.MATRIX,
        matrix(posts, labels, baseUrl));
  }

  /** Sends to incoming webhooks of Slack, and to compatible ones such as Mattermost's. */
  static ChatSender slack(HttpPosts posts, Labels labels, String baseUrl) {
    DigestText text = DigestText.slack(labels, baseUrl);
    return new ChatSender(posts, message -> Map.of("text", text.of(message)));
  }

  /** Sends to generic webhooks of matrix-hookshot, as plain text and as HTML. */
  static ChatSender matrix(HttpPosts posts, Labels labels, String baseUrl) {
    DigestText plain = DigestText.plain(labels, baseUrl);
    DigestText html = DigestText.html(labels, baseUrl);
    return new ChatSender(
        posts, message -> Map.of("text", plain.of(message), "html", html.of(message)));
  }

  @Override
  public Sent send(Message message) {
    try {
      return posts.post(
          message.alert().target(), Json.MAPPER.writeValueAsBytes(body.apply(message)), Map.of());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message cannot be written as JSON", e);
    }
  }
}
