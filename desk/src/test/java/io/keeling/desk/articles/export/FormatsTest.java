package io.keeling.desk.articles.export;

import static io.keeling.search.testing.ArticleMaker.article;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keeling.contract.enriched.EnrichedArticle;
import io.keeling.contract.enriched.NameType;
import io.keeling.contract.serde.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsTest {

  private static final EnrichedArticle ICE =
      article("ice", "Ice closes port, \"again\"", "Of Ålesund in the ice.")
          .by("Ida Brandt", "Jo Vane")
          .name("Ålesund", NameType.LOCATION)
          .topic("arctic", 0.9)
          .mention("coal")
          .country("NO", 1)
          .story("s1", 3)
          .published("2026-11-20T23:50:00-05:00")
          .make();

  private static final EnrichedArticle BARE =
      article("bare", "=1+1", "Words.").published("").in("und").paid().make();

  private final Columns columns = new Columns("https://desk.example");

  @TempDir Path directory;

  @Test
  void aTableBeginsAsSpreadsheetsNeedItAndRunsNothing() throws IOException {
    String table =
        new String(file(new CsvFormat(columns.table()), ICE, BARE), StandardCharsets.UTF_8);

    assertThat(table).startsWith("\uFEFFid,version,title,source,").endsWith("\r\n");
    assertThat(table.lines()).hasSize(3);
    assertThat(table)
        .contains(",\"Ice closes port, \"\"again\"\"\",")
        .contains(",Ida Brandt; Jo Vane,")
        .contains(",2026-11-20T23:50:00-05:00,2026-11-21T05:05:00Z,")
        .contains(",2026-11-21T04:50:00Z,")
        .contains(",'=1+1,")
        .contains("https://desk.example/articles/" + BARE.article().id() + "/versions/");
  }

  @Test
  void aParquetFileHasTheSameRowsInTheirTypes() throws Exception {
    // when
    byte[] file = file(new ParquetFormat(columns.whole()), ICE, BARE);

    // then
    ParquetFile read = ParquetFile.read(file, directory);
    assertThat(read.metadata()).containsEntry("keeling.query", "?topic=arctic");
    assertThat(read.schema().getFields()).hasSize(columns.whole().size());
    assertThat(read.schema().getType("fetched").getLogicalTypeAnnotation())
        .isEqualTo(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS));
    assertThat(read.schema().getType("topics").getLogicalTypeAnnotation())
        .isEqualTo(LogicalTypeAnnotation.listType());
    Group ice = read.rows().get(0);
    assertThat(ice.getString("title", 0)).isEqualTo(ICE.article().title());
    assertThat(ice.getString("text", 0)).isEqualTo("Of Ålesund in the ice.");
    assertThat(ice.getLong("fetched", 0))
        .isEqualTo(ICE.article().fetchedAt().getEpochSecond() * 1_000_000);
    assertThat(ice.getDouble("climate_score", 0)).isEqualTo(0.9);
    assertThat(ice.getBoolean("free", 0)).isTrue();
    assertThat(ice.getInteger("outlets", 0)).isEqualTo(3);
    assertThat(values(ice, "authors")).containsExactly("Ida Brandt", "Jo Vane");
    assertThat(values(ice, "topics")).containsExactly("arctic");
    Group bare = read.rows().get(1);
    assertThat(bare.getString("title", 0)).isEqualTo("=1+1");
    assertThat(bare.getFieldRepetitionCount("published")).isZero();
    assertThat(values(bare, "authors")).isEmpty();
    assertThat(bare.getBoolean("free", 0)).isFalse();
    assertThat(read.rows()).hasSize(2);
  }

  @Test
  void aLargeParquetFileGoesOutBeforeItIsWhole() throws Exception {
    // given texts that are more than one row group
    EnrichedArticle[] many = new EnrichedArticle[400];
    for (int i = 0; i < many.length; i++) {
      // Words that hardly compress.
      byte[] random = new byte[54_000];
      new Random(i).nextBytes(random);
      many[i] = article("n" + i, "Number " + i, Base64.getEncoder().encodeToString(random)).make();
    }

    // when
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ExportFile file = ExportFile.open(new ParquetFormat(columns.whole()), output, "");
    for (EnrichedArticle one : many) {
      file.write(one);
    }
    int before = output.size();
    Receipt receipt = file.finish();

    // then
    ParquetFile read = ParquetFile.read(output.toByteArray(), directory);
    assertThat(before).isGreaterThan(output.size() / 2);
    assertThat(read.groups()).isGreaterThan(1);
    assertThat(receipt.rows()).isEqualTo(many.length);
    assertThat(read.rows().stream().map(row -> row.getString("text", 0)))
        .containsExactlyElementsOf(
            List.of(many).stream().map(one -> one.article().text()).toList());
  }

  @Test
  void aParquetFileIsWrittenWhereThereIsNoHadoop() throws Exception {
    assertThat(ParquetFile.read(WithoutHadoop.file(), directory).rows()).hasSize(1);
  }

  @Test
  void anArchiveHasTheFileItsDigestAndWhatItsColumnsMean() throws Exception {
    // when
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ExportFile bundle = ExportFile.bundle(new CsvFormat(columns.table()), output, "?topic=arctic");
    bundle.write(ICE);
    bundle.write(BARE);
    bundle.finish();

    // then
    Map<String, byte[]> entries = entries(output.toByteArray());
    byte[] table = entries.get("keeling-articles.csv");
    assertThat(table).isEqualTo(file(new CsvFormat(columns.table()), ICE, BARE));
    assertThat(new String(entries.get("SHA256SUMS"), StandardCharsets.UTF_8))
        .isEqualTo(sha256(table) + "  keeling-articles.csv\n");
    JsonNode manifest = Json.MAPPER.readTree(entries.get("manifest.json"));
    assertThat(manifest.get("rows").asInt()).isEqualTo(2);
    assertThat(manifest.get("sha256").asText()).isEqualTo(sha256(table));
    assertThat(manifest.get("query").asText()).isEqualTo("?topic=arctic");
    assertThat(manifest.get("columns")).hasSize(columns.table().size());
  }

  @Test
  void linesAreTheArticlesAsOnTheTopic() throws IOException {
    List<String> lines =
        new String(file(new JsonLinesFormat(), ICE, BARE), StandardCharsets.UTF_8).lines().toList();

    assertThat(lines).hasSize(2);
    assertThat(Json.MAPPER.readValue(lines.get(0), EnrichedArticle.class)).isEqualTo(ICE);
  }

  private static byte[] file(Format format, EnrichedArticle... articles) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ExportFile file = ExportFile.open(format, output, "?topic=arctic");
    for (EnrichedArticle article : articles) {
      file.write(article);
    }
    Receipt receipt = file.finish();
    assertThat(receipt).isEqualTo(new Receipt(articles.length, sha256(output.toByteArray())));
    return output.toByteArray();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> values(Group row, String column) {
    Group list = row.getGroup(column, 0);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < list.getFieldRepetitionCount("list"); i++) {
      values.add(list.getGroup("list", i).getString("element", 0));
    }
    return values;
  }

  private static Map<String, byte[]> entries(byte[] archive) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }
}
