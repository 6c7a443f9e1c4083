package io.keeling.ingest.topology;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.contract.fetch.FetchPurpose;
import io.keeling.contract.fetch.FetchRequest;
import io.keeling.contract.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Many outlets that publish, correct, fail, fall silent and recover as a seed has it, and remember
 * what they were asked for. For one thread.
 */
final class SimulatedPress {

  /** What happens to an outlet. */
  enum Fate {
    STEADY,
    /** Fails for three days, then answers again. */
    OUTAGE,
    /** Fails from some day on, for ever. */
    DIES,
    /** Answers, but publishes nothing more from some day on. */
    FALLS_SILENT,
    /** Asks for a rest every now and then. */
    LIMITS
  }

  /** One outlet with one feed. */
  static final class Outlet {
    final String id;
    final String host;
    final Fate fate;
    final double newsPerDay;
    final List<String> listed = new ArrayList<>();
    final List<Instant> dates = new ArrayList<>();
    Instant nextNews;
    Instant restUntil = Instant.MIN;
    Instant askedAt = Instant.MIN;
    boolean answeredLast;

    private Outlet(int number, int hosts, Random random) {
      id = "outlet-" + number;
      host = "host-" + number % hosts + ".example";
      fate = number % 10 < 5 ? Fate.values()[number % 10] : Fate.STEADY;
      newsPerDay = fate == Fate.FALLS_SILENT ? 1.5 : 0.3 + random.nextInt(8) * 0.1;
      nextNews = IngestDriver.START.minus(Duration.ofDays(3));
    }

    Source source() {
      return IngestDriver.feed(id, url(), null);
    }

    String url() {
      return "https://" + host + "/" + id + "/feed.xml";
    }
  }

  static final Duration OUTAGE_FROM = Duration.ofDays(5);
  static final Duration OUTAGE_TO = Duration.ofDays(8);
  static final Duration DEATH = Duration.ofDays(9);
  static final Duration SILENCE = Duration.ofDays(10);

  /** The longest rest that an outlet asks for. */
  static final Duration REST = Duration.ofHours(5);

  private static final int LISTED = 12;

  final List<Outlet> outlets = new ArrayList<>();

  /** By address of an article, what was served there and when, in order. */
  final Map<String, List<Instant>> served = new HashMap<>();

  /** By address of an article, the different texts that were served there. */
  final Map<String, Set<String>> texts = new HashMap<>();

  /** Addresses that stood in a feed that was served, and since when. */
  final Map<String, Instant> told = new LinkedHashMap<>();

  private final Map<String, Outlet> byFeed = new LinkedHashMap<>();
  private final Map<String, Instant> published = new HashMap<>();
  private final Random random;

  SimulatedPress(int count, int hosts, long seed) {
    random = new Random(seed);
    for (int i = 0; i < count; i++) {
      Outlet outlet = new Outlet(i, hosts, random);
      outlets.add(outlet);
      byFeed.put(outlet.url(), outlet);
    }
  }

  /** Publishes what is due. */
  void publish(Instant now) {
    for (Outlet outlet : outlets) {
      while (!outlet.nextNews.isAfter(now)) {
        boolean silent =
            outlet.fate == Fate.FALLS_SILENT
                && outlet.nextNews.isAfter(IngestDriver.START.plus(SILENCE));
        if (!silent) {
          String url = "https://%s/%s/story-%d".formatted(outlet.host, outlet.id, published.size());
          published.put(url, outlet.nextNews);
          outlet.listed.add(0, url);
          outlet.dates.add(0, outlet.nextNews);
        }
        double days = -Math.log(1 - random.nextDouble()) / outlet.newsPerDay;
        // At least one piece in two days, so that what is usual can be said.
        outlet.nextNews =
            outlet.nextNews.plusSeconds((long) (Math.min(2, Math.max(0.01, days)) * 86_400));
      }
    }
  }

  /** Answers a request as its outlet would. */
  void answer(FetchRequest request, IngestDriver ingest) {
    Instant now = ingest.now();
    Outlet outlet = byFeed.get(request.url());
    if (outlet == null) {
      answerArticle(request, ingest, now);
      return;
    }
    Duration age = Duration.between(IngestDriver.START, now);
    boolean away =
        (outlet.fate == Fate.DIES && age.compareTo(DEATH) > 0)
            || (outlet.fate == Fate.OUTAGE
                && age.compareTo(OUTAGE_FROM) > 0
                && age.compareTo(OUTAGE_TO) < 0);
    outlet.answeredLast = false;
    if (away || random.nextInt(20) == 0) {
      ingest.ended(request, FetchOutcome.UNREACHABLE);
    } else if (outlet.fate == Fate.LIMITS && random.nextInt(10) == 0) {
      outlet.restUntil = now.plus(REST.dividedBy(1 + random.nextInt(5)));
      ingest.answer(request, FetchOutcome.RATE_LIMITED, 429, outlet.restUntil, "");
    } else {
      outlet.answeredLast = true;
      List<String> items = outlet.listed.subList(0, Math.min(LISTED, outlet.listed.size()));
      items.forEach(item -> told.putIfAbsent(item, now));
      serve(request, ingest, rss(outlet, items));
    }
  }

  private void answerArticle(FetchRequest request, IngestDriver ingest, Instant now) {
    if (random.nextInt(20) == 0) {
      ingest.ended(request, FetchOutcome.UNREACHABLE);
      return;
    }
    // One in eight is corrected after five hours.
    int number = request.url().hashCode();
    boolean corrected =
        number % 8 == 0 && now.isAfter(published.get(request.url()).plus(Duration.ofHours(5)));
    String text = Documents.story(number, corrected ? "This text was corrected." : "");
    served.computeIfAbsent(request.url(), u -> new ArrayList<>()).add(now);
    texts.computeIfAbsent(request.url(), u -> new LinkedHashSet<>()).add(text);
    serve(request, ingest, text);
  }

  private static void serve(FetchRequest request, IngestDriver ingest, String body) {
    if (IngestDriver.etag(body).equals(request.etag())) {
      ingest.ended(request, FetchOutcome.NOT_MODIFIED);
    } else {
      ingest.fetched(request, body);
    }
  }

  private static String rss(Outlet outlet, List<String> items) {
    StringBuilder dated = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      dated
          .append("<item><link>")
          .append(items.get(i))
          .append("</link><pubDate>")
          .append(
              java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                  outlet.dates.get(i).atOffset(java.time.ZoneOffset.UTC)))
          .append("</pubDate></item>");
    }
    return "<rss version=\"2.0\"><channel><title>T</title>" + dated + "</channel></rss>";
  }

  /** Whether a request is for a feed. */
  static boolean isFeed(FetchRequest request) {
    return request.purpose() == FetchPurpose.FEED;
  }

  Outlet outlet(String feed) {
    return byFeed.get(feed);
  }
}
