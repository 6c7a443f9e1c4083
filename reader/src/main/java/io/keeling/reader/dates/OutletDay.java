package io.keeling.reader.dates;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import io.keeling.contract.article.NewsDate;
import io.keeling.reader.metadata.Chosen;
import io.keeling.reader.metadata.PageEvidence;
import io.keeling.reader.metadata.PageUrls;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts a moment given in UTC to the local day of the outlet. The outlet's country is that of
 * the address, or of the page's language if that is spoken in one zone. Nothing is changed if the
 * page itself shows the day. Zones are those of the IANA database by country, as ICU has them.
 */
final class OutletDay {

  /** The zone where most people live, for countries with several. */
  private static final Map<String, String> MAIN_ZONES =
      Map.of(
          "AU", "Australia/Sydney",
          "BR", "America/Sao_Paulo",
          "CL", "America/Santiago",
          "ES", "Europe/Madrid",
          "ID", "Asia/Jakarta",
          "MX", "America/Mexico_City",
          "NZ", "Pacific/Auckland",
          "PT", "Europe/Lisbon",
          "RU", "Europe/Moscow",
          "UA", "Europe/Kiev");

  /** Country domains used worldwide because of what their letters mean, such as "TV". */
  private static final Set<String> EVERYWHERE =
      Set.of(
          "AC", "AG", "AI", "AM", "AS", "BZ", "CC", "CD", "CO", "DJ", "EU", "FM", "GG", "GL", "IM",
          "IO", "LA", "LI", "LY", "ME", "MN", "MS", "MU", "NU", "PW", "SC", "SH", "SO", "ST", "SU",
          "TK", "TL", "TO", "TV", "VC", "VG", "WS");

  /** Countries of languages whose news comes from one zone. */
  private static final Map<String, String> COUNTRIES =
      Map.ofEntries(
          Map.entry("bg", "BG"),
          Map.entry("cs", "CZ"),
          Map.entry("da", "DK"),
          Map.entry("de", "DE"),
          Map.entry("el", "GR"),
          Map.entry("et", "EE"),
          Map.entry("fi", "FI"),
          Map.entry("he", "IL"),
          Map.entry("hi", "IN"),
          Map.entry("hr", "HR"),
          Map.entry("hu", "HU"),
          Map.entry("is", "IS"),
          Map.entry("it", "IT"),
          Map.entry("ja", "JP"),
          Map.entry("ko", "KR"),
          Map.entry("lt", "LT"),
          Map.entry("lv", "LV"),
          Map.entry("nl", "NL"),
          Map.entry("no", "NO"),
          Map.entry("pl", "PL"),
          Map.entry("ro", "RO"),
          Map.entry("sk", "SK"),
          Map.entry("sl", "SI"),
          Map.entry("sr", "RS"),
          Map.entry("sv", "SE"),
          Map.entry("th", "TH"),
          Map.entry("tr", "TR"),
          Map.entry("uk", "UA"),
          Map.entry("vi", "VN"));

  private OutletDay() {}

  static @Nullable Chosen<NewsDate> of(
      PageEvidence evidence, @Nullable Chosen<NewsDate> chosen, DateList all) {
    OffsetDateTime time = chosen == null ? null : chosen.value().time();
    if (chosen == null
        || time == null
        || !time.getOffset().equals(ZoneOffset.UTC)
        || isShown(chosen.value(), all)) {
      return chosen;
    }
    ZoneOffset offset = offset(country(evidence), time.toInstant());
    OffsetDateTime local = offset == null ? time : time.withOffsetSameInstant(offset);
    return local.toLocalDate().equals(time.toLocalDate())
        ? chosen
        : new Chosen<>(NewsDate.of(local), chosen.origin() + ", day of the outlet");
  }

  /** Whether the page gives this day without a time, as readers see it. */
  private static boolean isShown(NewsDate date, DateList all) {
    return all.dates().stream()
        .anyMatch(
            other ->
                other.date().time() == null
                    && other.role() != DateRole.CHANGE
                    && other.date().day().equals(date.day()));
  }

  private static String country(PageEvidence evidence) {
    String host = PageUrls.host(evidence.url());
    String ending = host.substring(host.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    if (ending.length() == 2 && !EVERYWHERE.contains(ending)) {
      return ending.equals("UK") ? "GB" : ending;
    }
    String tag = evidence.outline().top().element().attr("lang").strip();
    // If a tag is not valid BCP 47, its valid beginning is used.
    String region = Locale.forLanguageTag(tag.replace('_', '-')).getCountry();
    return region.length() == 2 ? region : COUNTRIES.getOrDefault(evidence.language(), "");
  }

  /** Returns the offset that most zones of a country had at a moment, or null if there is none. */
  private static @Nullable ZoneOffset offset(String country, Instant moment) {
    if (country.isEmpty()) {
      return null;
    }
    String main = MAIN_ZONES.get(country);
    if (main != null) {
      return ZoneId.of(main).getRules().getOffset(moment);
    }
    Map<ZoneOffset, Integer> offsets = new HashMap<>();
    int zones = 0;
    for (String id :
        TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null)) {
      try {
        offsets.merge(ZoneId.of(id).getRules().getOffset(moment), 1, Integer::sum);
        zones++;
      } catch (DateTimeException e) {
        continue; // ICU knows a zone that Java does not
      }
    }
    for (Map.Entry<ZoneOffset, Integer> offset : offsets.entrySet()) {
      if (2 * offset.getValue() > zones) {
        return offset.getKey();
      }
    }
    return null;
  }
}
