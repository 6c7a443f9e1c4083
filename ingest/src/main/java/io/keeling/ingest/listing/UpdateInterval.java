package io.keeling.ingest.listing;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads how long a feed asks not to be fetched again: {@code ttl} of RSS 2.0, in minutes, or the
 * syndication module of RSS 1.0.
 */
final class UpdateInterval {

  private static final Map<String, Duration> PERIODS =
      Map.of(
          "hourly", Duration.ofHours(1),
          "daily", Duration.ofDays(1),
          "weekly", Duration.ofDays(7),
          "monthly", Duration.ofDays(30),
          "yearly", Duration.ofDays(365));

  private UpdateInterval() {}

  static Optional<Duration> of(Document document) {
    Duration period = null;
    int frequency = 1;
    for (Element element : document.getAllElements()) {
      switch (element.tag().localName()) {
        case "ttl" -> {
          int minutes = number(element);
          if (minutes > 0) {
            return Optional.of(Duration.ofMinutes(minutes));
          }
        }
        case "updateperiod" ->
            period = PERIODS.get(element.ownText().strip().toLowerCase(Locale.ROOT));
        case "updatefrequency" -> frequency = Math.max(1, number(element));
        default -> {}
      }
    }
    return period == null ? Optional.empty() : Optional.of(period.dividedBy(frequency));
  }

  private static int number(Element element) {
    try {
      return Integer.parseInt(element.ownText().strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
