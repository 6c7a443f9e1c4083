package io.keeling.desk.saved.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.keeling.contract.serde.Json;
import io.keeling.desk.messages.Languages;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sends alerts to programs: JSON signed as defined by Standard Webhooks. Threads may share it. */
final class WebhookSender implements Sender {

  /**
   * The JSON that is sent.
   *
   * @param type {@code search.found}, {@code search.channel.off} or {@code search.test}
   * @param timestamp when this attempt was made
   */
  record Body(String type, Instant timestamp, Data data) {}

  /**
   * The search, its articles and, in digests, rising subjects among them.
   *
   * @param off the channel that was switched off; null for other types
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Data(Search search, List<Item> articles, List<Message.Riser> rising, @Nullable Off off) {}

  record Off(String channel, String target) {}

  record Search(String id, String name, String page) {}

  /**
   * An article that was found.
   *
   * @param kind {@code new} or {@code corrected}
   * @param page address of the article at the desk
   * @param change what a correction changed, in one line of English; null if unknown
   * @param note the outlet's own note on its correction; null if there is none
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Item(
      String kind,
      String id,
      String version,
      String title,
      String subtitle,
      String url,
      String page,
      String source,
      @Nullable String publishedAt,
      String language,
      @Nullable String story,
      List<String> topics,
      @Nullable String change,
      @Nullable String note) {}

  private final HttpPosts posts;
  private final String baseUrl;
  private final Clock clock;

  /**
   * @param baseUrl the desk's public address without a trailing slash
   */
  WebhookSender(HttpPosts posts, String baseUrl, Clock clock) {
    this.posts = posts;
    this.baseUrl = baseUrl;
    this.clock = clock;
  }

  @Override
  public Sent send(Message message) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    byte[] body = body(message, now);
    String secret = Objects.requireNonNull(message.secret(), "a webhook has a secret");
    return posts.post(
        message.alert().target(),
        body,
        Map.of(
            "webhook-id",
            message.id(),
            "webhook-timestamp",
            Long.toString(now.getEpochSecond()),
            "webhook-signature",
            Signature.of(secret, message.id(), now, body)));
  }

  private byte[] body(Message message, Instant now) {
    try {
      Search search =
          new Search(
              message.searchId(), message.search(), baseUrl + "/searches/" + message.searchId());
      Data data =
          new Data(
              search,
              message.articles().stream().map(this::item).toList(),
              message.rising(),
              message.content() instanceof Message.SwitchedOff off
                  ? new Off(off.gone().channel().value(), off.gone().shownTarget())
                  : null);
      return Json.MAPPER.writeValueAsBytes(new Body(type(message.content()), now, data));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message cannot be written as JSON", e);
    }
  }

  private static String type(Message.Content content) {
    if (content instanceof Message.Test) {
      return "search.test";
    }
    return content instanceof Message.SwitchedOff ? "search.channel.off" : "search.found";
  }

  private Item item(Message.Item found) {
    Message.Change change = found.change();
    return new Item(
        found.kind(),
        found.id(),
        found.version(),
        found.title(),
        found.subtitle(),
        found.url(),
        baseUrl + "/articles/" + found.id(),
        found.source(),
        found.published(),
        found.language(),
        found.story(),
        found.topics(),
        change == null ? null : change.line(Languages.ENGLISH),
        change == null ? null : change.note());
  }
}
