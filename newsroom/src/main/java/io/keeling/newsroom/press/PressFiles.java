package io.keeling.newsroom.press;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Reads the press from its files on the class path: {@code newsroom/outlets.yaml}, and one {@code
 * newsroom/OUTLET/SLUG.md} for each article, YAML between two lines of three hyphens and then the
 * text. An unknown key, a missing file or a correction of words that do not occur is an error.
 */
public final class PressFiles {

  private static final String ROOT = "/newsroom/";

  private final ObjectMapper yaml =
      YAMLMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .build();

  private final Map<String, List<Block>> texts = new LinkedHashMap<>();

  /** Reads everything. */
  public static Press read() {
    return new PressFiles().press();
  }

  private Press press() {
    try {
      List<House> list =
          yaml.readValue(resource("outlets.yaml"), new TypeReference<List<House>>() {});
      Map<String, House> houses = new LinkedHashMap<>();
      Map<String, List<PressArticle>> articles = new LinkedHashMap<>();
      // Whoever reprints comes after the agency in the file.
      for (House house : list) {
        houses.put(house.id(), house);
        List<PressArticle> own = new ArrayList<>();
        for (String slug : house.articles()) {
          own.add(article(house, slug));
        }
        articles.put(house.id(), List.copyOf(own));
      }
      return new Press(houses, articles);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("outlets.yaml: " + e.getMessage(), e);
    }
  }

  private PressArticle article(House house, String slug) {
    String id = house.id() + "/" + slug;
    try {
      String[] parts = resource(id + ".md").split("(?m)^---$", 3);
      ArticleHeader header = yaml.readValue(parts[1], ArticleHeader.class);
      List<Block> blocks = new ArrayList<>();
      if (header.copyOf() != null) {
        List<Block> original = Objects.requireNonNull(texts.get(header.copyOf()));
        blocks.addAll(original.subList(0, original.size() - header.cut()));
      }
      blocks.addAll(Block.parse(parts[2]));
      texts.put(id, List.copyOf(blocks));
      List<Edition> editions = new ArrayList<>();
      editions.add(new Edition(1, header.title(), null, blocks));
      for (Correction correction : header.corrections()) {
        editions.add(editions.get(editions.size() - 1).corrected(correction));
      }
      return new PressArticle(id, slug, path(house, slug, header), header, editions);
    } catch (JsonProcessingException | RuntimeException e) {
      throw new IllegalStateException("article " + id + ": " + e.getMessage(), e);
    }
  }

  private static String path(House house, String slug, ArticleHeader header) {
    return house
        .link()
        .replace("{slug}", slug)
        .replace("{number}", Integer.toString(100_000 + Math.floorMod(slug.hashCode(), 900_000)))
        .replace("{yyyy}", String.format(Locale.ROOT, "%04d", header.published().getYear()))
        .replace("{mm}", String.format(Locale.ROOT, "%02d", header.published().getMonthValue()))
        .replace("{dd}", String.format(Locale.ROOT, "%02d", header.published().getDayOfMonth()))
        .replace("{section}", House.pathOf(header.section()))
        // One directory of each host is closed to robots.
        .replaceFirst("^/", header.manner() == Manner.DISALLOWED ? "/members/" : "/");
  }

  private static String resource(String name) {
    try (InputStream in = PressFiles.class.getResourceAsStream(ROOT + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + ROOT + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
