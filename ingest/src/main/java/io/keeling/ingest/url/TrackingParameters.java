package io.keeling.ingest.url;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes parameters out of a query that say where a reader came from and change nothing about the
 * page. The names are those that analytics products and news sites document. Stateless.
 */
final class TrackingParameters {

  private static final List<String> PREFIXES =
      List.of("utm_", "at_", "ns_", "mc_", "pk_", "piwik_", "mtm_", "hsa_", "_hs", "oly_");

  private static final Set<String> NAMES =
      Set.of(
          "fbclid",
          "gclid",
          "gclsrc",
          "dclid",
          "gbraid",
          "wbraid",
          "msclkid",
          "yclid",
          "twclid",
          "ttclid",
          "igshid",
          "igsh",
          "_ga",
          "_gl",
          "cmp",
          "cmpid",
          "icid",
          "ncid",
          "ocid",
          "ito",
          "smid",
          "smtyp",
          "xtor",
          "wt_mc",
          "wt.mc_id",
          "wt_zmc",
          "s_cid",
          "mkt_tok",
          "vero_id",
          "hsctatracking",
          "__twitter_impression",
          "guccounter",
          "guce_referrer",
          "guce_referrer_sig",
          "ftag",
          "wprov",
          "traffic_source",
          "ref_src",
          "ref_url",
          "share_id",
          "sfnsn",
          "mibextid",
          "spot_im_redirect_source");

  private TrackingParameters() {}

  /** The rest of the query in its order; empty if nothing is left. */
  static String remove(@Nullable String query) {
    if (query == null || query.isEmpty()) {
      return "";
    }
    return Arrays.stream(query.split("&"))
        .filter(p -> !p.isEmpty() && !tracks(p))
        .collect(Collectors.joining("&"));
  }

  private static boolean tracks(String parameter) {
    int equals = parameter.indexOf('=');
    String name =
        (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
    return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
  }
}
