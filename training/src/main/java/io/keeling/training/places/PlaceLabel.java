package io.keeling.training.places;

import io.keeling.contract.enriched.Mention;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code training/eval/places.tsv}, whose columns {@code PLACES.md} explains. */
record PlaceLabel(
    String part,
    String page,
    String mention,
    int start,
    int number,
    String countries,
    String kind,
    @Nullable Double lat,
    @Nullable Double lon) {

  static List<PlaceLabel> read(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(
            row ->
                new PlaceLabel(
                    row[0],
                    row[1],
                    row[2],
                    Integer.parseInt(row[3]),
                    Integer.parseInt(row[4]),
                    row[5],
                    row[6],
                    row[7].isEmpty() ? null : Double.valueOf(row[7]),
                    row[8].isEmpty() ? null : Double.valueOf(row[8])))
        .toList();
  }

  /** The offset of the mention in a text that may have changed a little; -1 where it is gone. */
  int startIn(String text) {
    if (text.startsWith(mention, start)) {
      return start;
    }
    int at = -1;
    for (int i = 0; i < number; i++) {
      at = text.indexOf(mention, at + 1);
      if (at < 0) {
        return text.indexOf(mention);
      }
    }
    return at;
  }

  boolean overlaps(int at, Mention found) {
    return found.start() < at + mention.length() && at < found.end();
  }

  /** An article's name has one country at most: for an area of several, one of them or none. */
  boolean rightCountry(@Nullable String country, boolean tagged) {
    return country == null
        ? tagged && (countries.equals("-") || countries.indexOf(',') > 0)
        : List.of(countries.split(",")).contains(country);
  }
}
