package io.keeling.enrich.taxonomy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads and checks a taxonomy file; every problem is reported at once, with its path. The first
 * document of the file holds the topics; each further one adds the terms of a language. Not for
 * sharing between threads.
 */
public final class TaxonomyReader {

  private static final String BUILT_IN = "taxonomy.yaml";
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*+");
  private static final Pattern IPTC = Pattern.compile("[0-9]{8}");
  private static final Pattern GDELT = Pattern.compile("[A-Z0-9_]+");
  private static final Pattern WIKIDATA = Pattern.compile("Q[1-9][0-9]*");

  private final List<String> problems = new ArrayList<>();
  private final Map<String, List<String>> ignore = new HashMap<>();
  private final List<LexiconEntry> climate = new ArrayList<>();
  private final List<TaxonomyTopic> topics = new ArrayList<>();

  private TaxonomyReader() {}

  /** The taxonomy that comes with Keeling. */
  public static Taxonomy builtIn() {
    return read(BUILT_IN, builtInFile());
  }

  /** The {@link Taxonomy#digest} of the built-in taxonomy. */
  public static String builtInDigest() {
    return FileDigest.of(builtInFile());
  }

  /** The built-in taxonomy as one file, as editors write it. */
  public static byte[] builtInFile() {
    return BuiltInFiles.joined();
  }

  /**
   * Reads a file.
   *
   * @throws TaxonomyException if it cannot be read or used
   */
  public static Taxonomy read(Path file) {
    try {
      return read(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      String why =
          e instanceof NoSuchFileException ? "there is no such file" : "it cannot be read: " + e;
      throw new TaxonomyException(file.toString(), List.of(why));
    }
  }

  /**
   * Reads a file's content.
   *
   * @param name the file's name in problems
   * @throws TaxonomyException if it cannot be used
   */
  public static Taxonomy read(String name, byte[] content) {
    List<JsonNode> documents = documents(name, content);
    if (documents.isEmpty()) {
      throw new TaxonomyException(name, List.of("the file is empty"));
    }
    TaxonomyReader reader = new TaxonomyReader();
    Taxonomy taxonomy = reader.taxonomy(documents, FileDigest.of(content));
    if (!reader.problems.isEmpty()) {
      throw new TaxonomyException(name, reader.problems);
    }
    return taxonomy;
  }

  private static List<JsonNode> documents(String name, byte[] content) {
    YAMLMapper mapper =
        YAMLMapper.builder(
                YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .build();
    List<JsonNode> documents = new ArrayList<>();
    try (JsonParser parser = mapper.createParser(content)) {
      while (parser.nextToken() != null) {
        documents.add(mapper.readTree(parser));
      }
      return documents;
    } catch (JsonProcessingException e) {
      String at = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      String why =
          String.join(", ", e.getOriginalMessage().lines().limit(2).map(String::strip).toList());
      throw new TaxonomyException(
          name,
          List.of(
              at + why + "; look there and above for a missing bracket, quote or space, or a tab"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Taxonomy taxonomy(List<JsonNode> documents, String digest) {
    YamlNode root = new YamlNode("", documents.get(0), problems);
    root.keys("version", "groups", "contexts", "ignore", "climate", "topics");
    EntryReader entries = EntryReader.ofAll(root);
    for (String language : root.get("ignore").names()) {
      ignore.put(language, EntryReader.terms(root.get("ignore").get(language), language));
    }
    List<TopicGroup> groups = groups(root.get("groups"));
    climate.addAll(entries.lexicon(root.get("climate").keys("lexicon").get("lexicon")));
    addTopics(root.get("topics"), entries, groups);
    entries.reportUnused();
    int version = (int) root.get("version").number(1, 1_000_000);
    for (int i = 1; i < documents.size(); i++) {
      addLanguage(documents.get(i), i);
    }
    return new Taxonomy(version, digest, groups, ignore, climate, topics);
  }

  private static List<TopicGroup> groups(YamlNode node) {
    List<YamlNode> nodes = node.list();
    List<TopicGroup> groups = nodes.stream().map(TaxonomyReader::group).toList();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < groups.size(); i++) {
      if (!ids.add(groups.get(i).id())) {
        nodes.get(i).get("id").problem("is there twice");
      }
    }
    return groups;
  }

  private void addTopics(YamlNode nodes, EntryReader entries, List<TopicGroup> groups) {
    Set<String> ids = new HashSet<>();
    for (YamlNode node : nodes.list()) {
      int before = problems.size();
      TaxonomyTopic topic = topic(node, entries);
      topics.add(topic);
      requireClimate(node, topic);
      if (!topic.group().isEmpty()
          && groups.stream().noneMatch(group -> group.id().equals(topic.group()))) {
        node.get("group").problem("there is no group \"" + topic.group() + "\"");
      }
      if (!ids.add(topic.id())) {
        node.get("id").problem("\"" + topic.id() + "\" is there twice");
      }
      // Editors know topics by their ids, not by their numbers.
      problems.subList(before, problems.size()).replaceAll(p -> p + " (" + topic.id() + ")");
    }
    if (topics.isEmpty()) {
      nodes.problem("must hold at least one topic");
    }
  }

  /** Reports entries in a language without climate terms, whose articles are not tagged. */
  private void requireClimate(YamlNode node, TaxonomyTopic topic) {
    for (int i = 0; i < topic.lexicon().size(); i++) {
      String language = topic.lexicon().get(i).language();
      if (!language.isEmpty() && !isGraded(language)) {
        node.get("lexicon")
            .list()
            .get(i)
            .get("language")
            .problem("climate.lexicon has no terms in \"" + language + "\"; it needs some first");
      }
    }
  }

  private boolean isGraded(String language) {
    return climate.stream().anyMatch(entry -> entry.language().equals(language));
  }

  /** Adds the terms of a language from a further document. */
  private void addLanguage(JsonNode document, int index) {
    String language = document.path("language").asText();
    boolean named = EntryReader.LANGUAGE.matcher(language).matches();
    YamlNode root = new YamlNode(named ? language : "documents[" + index + "]", document, problems);
    root.keys("language", "mentionsFrom", "contexts", "ignore", "climate", "topics");
    root.get("language")
        .text(t -> EntryReader.LANGUAGE.matcher(t).matches(), "must be an ISO 639-1 code");
    if (named && isGraded(language)) {
      root.get("language").problem("there are terms in \"" + language + "\" before this");
    }
    EntryReader entries = EntryReader.of(root, language);
    ignore.merge(language, EntryReader.terms(root.get("ignore"), language), TaxonomyReader::both);
    climate.addAll(entries.lexicon(root.get("climate").keys("lexicon").get("lexicon")));
    YamlNode from = root.get("mentionsFrom");
    double mentionsFrom =
        from.present() ? from.number(0.1, LexiconEntry.HEAVIEST) : Double.POSITIVE_INFINITY;
    for (String id : root.get("topics").names()) {
      YamlNode node = root.get("topics").get(id).keys("ignore", "lexicon", "mentions");
      int at = indexOf(id);
      if (at < 0) {
        node.problem("there is no such topic");
      } else {
        List<LexiconEntry> lexicon =
            node.get("lexicon").present() ? entries.lexicon(node.get("lexicon")) : List.of();
        List<LexiconEntry> naming =
            lexicon.stream().filter(entry -> entry.weight() >= mentionsFrom).toList();
        topics.set(
            at,
            topics
                .get(at)
                .with(
                    language,
                    EntryReader.terms(node.get("ignore"), language),
                    lexicon,
                    both(naming, entries.mentions(node.get("mentions")))));
      }
    }
    entries.reportUnused();
  }

  private int indexOf(String id) {
    for (int i = 0; i < topics.size(); i++) {
      if (topics.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /** Joins two lists. */
  static <T> List<T> both(List<T> first, List<T> second) {
    List<T> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  private static TopicGroup group(YamlNode node) {
    node.keys("id", "label");
    return new TopicGroup(id(node.get("id")), node.get("label").text());
  }

  private static String id(YamlNode node) {
    return node.text(
        t -> ID.matcher(t).matches(), "must be lower-case letters and digits with hyphens between");
  }

  private static TaxonomyTopic topic(YamlNode node, EntryReader entries) {
    node.keys(
        "id",
        "group",
        "label",
        "note",
        "iptc",
        "gdelt",
        "wikidata",
        "needsClimate",
        "ignore",
        "lexicon",
        "mentions");
    return new TaxonomyTopic(
        id(node.get("id")),
        node.get("group").text(),
        node.get("label").text(),
        node.get("note").text(),
        new TopicCodes(
            codes(node.get("iptc"), IPTC, "must be an IPTC code of eight digits in quotes"),
            codes(node.get("gdelt"), GDELT, "must be a GDELT theme in capitals"),
            codes(node.get("wikidata"), WIKIDATA, "must be a Wikidata item such as \"Q64\"")),
        node.get("needsClimate").flag(),
        Map.of(TaxonomyTopic.EVERY_LANGUAGE, EntryReader.terms(node.get("ignore"), "en")),
        entries.lexicon(node.get("lexicon")),
        entries.mentions(node.get("mentions")));
  }

  private static List<String> codes(YamlNode node, Pattern pattern, String rule) {
    return node.texts(t -> pattern.matcher(t).matches(), rule);
  }
}
