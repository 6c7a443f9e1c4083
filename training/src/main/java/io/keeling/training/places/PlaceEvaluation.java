package io.keeling.training.places;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.NameType;
import io.keeling.contract.serde.Json;
import io.keeling.enrich.annotator.Annotator;
import io.keeling.enrich.annotator.AnnotatorResources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Scores countries and coordinates of places by labels of real pages; see {@code
 * training/eval/PLACES.md}. Not a test.
 *
 * <p>Arguments: the labels; files of articles, each named after its set. With the system property
 * {@code errors} it lists the errors of the part that may be looked at.
 */
public final class PlaceEvaluation {

  /**
   * Largest distance from the labelled city that counts as right, in kilometres
   * (training/eval/PLACES.md).
   */
  private static final double NEAR = 50;

  /** The mean radius of the earth, in kilometres (IUGG). */
  private static final double EARTH_RADIUS = 6371;

  private final Map<String, int[]> scores = new TreeMap<>();

  private PlaceEvaluation() {}

  public static void main(String[] arguments) throws IOException {
    Map<String, List<PlaceLabel>> byPage = new HashMap<>();
    for (PlaceLabel label : PlaceLabel.read(Path.of(arguments[0]))) {
      byPage.computeIfAbsent(label.page(), p -> new ArrayList<>()).add(label);
    }
    PlaceEvaluation evaluation = new PlaceEvaluation();
    Annotator annotator = new Annotator(AnnotatorResources.load());
    for (int i = 1; i < arguments.length; i++) {
      Path file = Path.of(arguments[i]);
      String set = file.getFileName().toString().replace(".jsonl", "");
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        JsonNode node = Json.MAPPER.readTree(line);
        String page =
            set + "/" + node.get("file").asText().replaceAll(".*/", "").replaceAll("\\.html.*", "");
        List<PlaceLabel> labels = byPage.remove(page);
        if (labels != null) {
          Article article = Json.MAPPER.treeToValue(node, Article.class);
          evaluation.score(article, labels, annotator.annotate(article).names());
        }
      }
    }
    byPage.values().forEach(labels -> evaluation.score(null, labels, List.of()));
    evaluation.print();
  }

  private void score(@Nullable Article article, List<PlaceLabel> labels, List<Name> names) {
    for (PlaceLabel label : labels) {
      int start = article == null ? -1 : label.startIn(article.text());
      Optional<Name> name =
          names.stream()
              .filter(n -> n.type() == NameType.LOCATION && start >= 0)
              .filter(n -> n.mentions().stream().anyMatch(m -> label.overlaps(start, m)))
              .findFirst();
      boolean country = label.rightCountry(name.map(Name::country).orElse(null), name.isPresent());
      count(label, "country", country);
      count(label, "country of " + label.kind(), country);
      name.ifPresent(n -> count(label, "country if tagged as a place", country));
      boolean near = true;
      if (label.lat() != null) {
        near = name.map(n -> near(n, label)).orElse(false);
        count(label, "city within 50 km", near);
        name.ifPresent(n -> count(label, "city within 50 km if tagged as a place", near(n, label)));
      }
      if (label.part().equals("look")
          && !(country && near)
          && System.getProperty("errors") != null) {
        System.out.printf(
            "%s %s %s %s: %s%n",
            label.page(),
            label.mention(),
            label.countries(),
            label.kind(),
            name.map(n -> n.text() + " " + n.country() + " " + n.lat() + " " + n.lon())
                .orElse(start < 0 ? "not in the text" : "not tagged as a place"));
      }
    }
  }

  private static boolean near(Name name, PlaceLabel label) {
    return name.lat() != null
        && name.lon() != null
        && label.lat() != null
        && label.lon() != null
        && kilometres(name.lat(), name.lon(), label.lat(), label.lon()) <= NEAR;
  }

  /** Distance on the sphere by the haversine formula. */
  static double kilometres(double lat1, double lon1, double lat2, double lon2) {
    double a =
        Math.pow(Math.sin(Math.toRadians(lat2 - lat1) / 2), 2)
            + Math.cos(Math.toRadians(lat1))
                * Math.cos(Math.toRadians(lat2))
                * Math.pow(Math.sin(Math.toRadians(lon2 - lon1) / 2), 2);
    return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(a));
  }

  private void count(PlaceLabel label, String what, boolean right) {
    for (String part : List.of("all", label.part())) {
      int[] score = scores.computeIfAbsent(what + "\t" + part, k -> new int[2]);
      score[0] += right ? 1 : 0;
      score[1]++;
    }
  }

  private void print() {
    scores.forEach(
        (what, score) ->
            System.out.printf(
                Locale.ROOT,
                "%-48s %4d of %4d  %.3f%n",
                what.replace("\t", ", "),
                score[0],
                score[1],
                (double) score[0] / score[1]));
  }
}
