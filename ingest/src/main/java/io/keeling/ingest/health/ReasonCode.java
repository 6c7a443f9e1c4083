package io.keeling.ingest.health;

import io.keeling.contract.fetch.FetchOutcome;
import io.keeling.ingest.fetch.NoAnswer;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the failure of a source into a code to count and group by. There are few codes, and none
 * comes from the web:
 *
 * <ul>
 *   <li>{@code http-} with a status from 100 to 499, or {@code http-5xx} for all higher ones
 *   <li>the labels of {@link NoAnswer}, and {@code robots-unavailable}
 *   <li>{@code disallowed}, {@code refused} and {@code too-large}
 *   <li>{@code gone}, {@code unreachable} and {@code rate-limited} without a known cause
 *   <li>the reader's reasons: {@code not-a-feed}, {@code malformed-sitemap}, {@code index-page}
 *   <li>{@code silent}
 * </ul>
 */
final class ReasonCode {

  static final String SILENT = "silent";

  private static final String ROBOTS = "robots.txt";

  private static final String ROBOTS_UNAVAILABLE = "robots-unavailable";

  /** Verdicts that only state that the fetch failed; the cause is in the problem line. */
  private static final Set<String> COARSE =
      Set.of(
          FetchOutcome.GONE.label(),
          FetchOutcome.UNREACHABLE.label(),
          FetchOutcome.RATE_LIMITED.label());

  private static final Pattern ANSWERED = Pattern.compile("answered ([1-9]\\d\\d)");

  private ReasonCode() {}

  /**
   * Returns the code for a failed poll.
   *
   * @param verdict how the fetch ended, or why the page could not be read
   * @param problem the fetcher's line, which begins with the reason why there was no answer, or
   *     contains the status
   */
  static String of(String verdict, @Nullable String problem) {
    if (problem == null || !COARSE.contains(verdict)) {
      return verdict;
    }
    boolean robots = problem.startsWith(ROBOTS);
    String line = robots ? problem.substring(ROBOTS.length()).replaceFirst("^:? +", "") : problem;
    String noAnswer = NoAnswer.of(line).map(NoAnswer::label).orElse(null);
    if (noAnswer != null) {
      return noAnswer;
    }
    Matcher answered = ANSWERED.matcher(line);
    if (robots || !answered.matches()) {
      return robots ? ROBOTS_UNAVAILABLE : verdict;
    }
    String status = answered.group(1);
    return status.compareTo("500") < 0 ? "http-" + status : "http-5xx";
  }
}
