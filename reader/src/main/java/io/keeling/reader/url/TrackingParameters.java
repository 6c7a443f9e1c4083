package io.keeling.reader.url;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes parameters out of a query that say where a reader came from and change nothing about the
 * page. Stateless.
 *
 * <p>Each name is one that a product of its vendor writes into links to other people's pages, and
 * so peculiar that no site names anything else so. What a site may as well use for the page itself
 * ({@code cid}, {@code ref}, {@code source}, {@code id}, {@code cmp}) stays: of such a parameter
 * only the page's own canonical link can say that it means nothing.
 */
final class TrackingParameters {

  /** Google Analytics, Matomo, HubSpot. */
  private static final List<String> PREFIXES = List.of("utm_", "mtm_", "hsa_");

  private static final Set<String> NAMES =
      Set.of(
              // Google Ads, Analytics, Merchant Center
              "gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid _ga _gl srsltid",
              // Meta
              "fbclid igshid igsh mibextid",
              // X
              "twclid ref_src ref_url __twitter_impression",
              // Microsoft, Yandex, TikTok, LinkedIn, Pinterest, Reddit, Snapchat
              "msclkid yclid ysclid ttclid li_fat_id epik rdt_cid sccid",
              // Mailchimp, HubSpot, Marketo, Vero, Omeda
              "mc_cid mc_eid _hsenc _hsmi __hstc __hssc __hsfp hsctatracking mkt_tok vero_id vero_conv",
              "oly_anon_id oly_enc_id",
              // Matomo, under its older names too
              "pk_campaign pk_kwd pk_keyword pk_source pk_medium pk_content pk_cid",
              "piwik_campaign piwik_kwd piwik_keyword",
              // AT Internet, now Piano
              "xtor at_medium at_campaign at_campaign_type at_creation at_variant at_platform",
              "at_network at_format at_link_id at_link_origin at_link_type at_ptr_name at_bbc_team",
              "at_custom1 at_custom2 at_custom3 at_custom4",
              // comScore, Adobe, Mapp (Webtrekk), Webtrends
              "ns_campaign ns_mchannel ns_source ns_linkname ns_fee",
              "s_cid s_kwcid ef_id wt_mc wt_zmc wt.mc_id wt.mc_ev",
              // Wikimedia, Yahoo, OpenWeb
              "wprov guccounter guce_referrer guce_referrer_sig spot_im_redirect_source")
          .stream()
          .flatMap(names -> Arrays.stream(names.split(" ")))
          .collect(Collectors.toUnmodifiableSet());

  private TrackingParameters() {}

  /** The rest of the query in its order; empty if nothing is left. */
  static String remove(String query) {
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
