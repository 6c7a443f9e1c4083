package io.keeling.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keeling.app.CommandRun;
import io.keeling.contract.topic.Topics;
import io.keeling.embedded.FreePorts;
import io.keeling.embedded.kafka.EmbeddedKafka;
import io.keeling.runtime.kafka.KafkaConnection;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Backups in a bucket, of a server that checks signatures: what goes wrong is told in one line. */
class BucketBackupIT {

  @TempDir static Path directory;
  private static S3Server server;

  private String backup;

  @BeforeAll
  static void start() throws IOException {
    server = S3Server.start(directory);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void begin(TestInfo test) {
    server.use();
    backup =
        "s3://%s/of/%s".formatted(S3Server.BUCKET, test.getTestMethod().orElseThrow().getName());
  }

  /** Writes a run of three files of a record each. */
  private void writeRun() throws IOException {
    try (BackupDirectory runs = BackupDirectory.forWriting(backup)) {
      List<Manifest> before = runs.runs();
      int run = before.size() + 1;
      @Nullable String previous =
          before.isEmpty() ? null : runs.digest(before.get(before.size() - 1));
      try (RunWriter writer = runs.begin(run, 40)) {
        for (int offset = 0; offset < 3; offset++) {
          byte[] value = ("run " + run).getBytes(StandardCharsets.UTF_8);
          writer.write(new ConsumerRecord<>("t", 0, offset, new byte[0], value));
        }
        runs.commit(
            new Manifest(
                1,
                run,
                Instant.EPOCH,
                "0.1.0",
                "cluster",
                previous,
                List.of(new TopicCut("t", "id", List.of(3L))),
                List.of(),
                writer.finish("t")));
      }
    }
  }

  private List<Manifest> runs() throws IOException {
    try (BackupDirectory runs = BackupDirectory.forReading(backup)) {
      return runs.runs();
    }
  }

  private static void assertLine(CommandRun ran, String... parts) {
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err().strip().lines()).hasSize(1);
    assertThat(ran.err()).contains(parts).doesNotContain(S3Server.secrets());
  }

  private CommandRun look() {
    return CommandRun.of("restore", backup, "--dry-run");
  }

  private static S3Client client() {
    return S3Client.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + server.port()))
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private String key(String name) {
    return backup.replace("s3://" + S3Server.BUCKET + "/", "") + "/" + name;
  }

  private void put(String name, String text) {
    try (S3Client client = client()) {
      client.putObject(
          request -> request.bucket(S3Server.BUCKET).key(key(name)), RequestBody.fromString(text));
    }
  }

  @Test
  void runsFollowOnEachOtherAndAreWholeWithTheirDigests() throws IOException {
    writeRun();
    writeRun();

    assertThat(runs()).extracting(Manifest::run).containsExactly(1, 2);
    try (BackupDirectory read = BackupDirectory.forReading(backup)) {
      for (BackupSegment segment : read.runs().get(1).segments("t")) {
        read.verify(segment);
      }
    }
    try (S3Client client = client()) {
      String sums =
          client
              .getObjectAsBytes(
                  request -> request.bucket(S3Server.BUCKET).key(key("000002/SHA256SUMS")))
              .asUtf8String();
      assertThat(sums.lines())
          .hasSize(4)
          .allMatch(line -> line.matches("[0-9a-f]{64}  (manifest.json|t-0-00[123].jsonl.gz)"));
    }
  }

  @Test
  void anUploadThatBreaksOffGoesOnWhereItWas() throws IOException {
    try (CuttingProxy proxy = new CuttingProxy(server.port())) {
      S3Server.set("endpointUrlS3", "http://127.0.0.1:" + proxy.port());
      proxy.cutAt("PUT /" + S3Server.BUCKET + "/" + key("000001/t-0-002"));
      assertThatThrownBy(this::writeRun)
          .isInstanceOf(IOException.class)
          .hasMessage("the connection to S3 broke off");
      assertThat(runs()).isEmpty();

      proxy.cutAt(null);
      writeRun();
      assertThat(runs()).hasSize(1);
      String first = "PUT /" + S3Server.BUCKET + "/" + key("000001/t-0-001");
      assertThat(proxy.said().split(first, -1)).as("sent once").hasSize(2);
    }
  }

  @Test
  void aDataDirectoryOfKeelingUpIsMadeOfWhatLiesInABucket(@TempDir Path own) throws Exception {
    String data = own.resolve("data").toString();
    try (BackupTrial trial = new BackupTrial(own)) {
      trial.live().send(Load.record(Load.article(1, "One.", 1)));
      for (int run = 1; run <= 2; run++) {
        CommandRun ran = trial.run("backup", backup);
        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith("Run " + run + " in " + backup);
      }

      CommandRun ran = trial.run("restore", backup, "--data", data);
      assertThat(ran.status()).as(ran.err()).isZero();
      assertThat(trial.run("restore", backup, "--data", data).err()).contains("has data already");

      S3Server.set("secretAccessKey", "another");
      assertThat(trial.run("backup", backup).err().strip())
          .startsWith("keeling: cannot write a backup to " + backup + ": S3 answered 403")
          .endsWith("Earlier runs are unchanged; run it again.");
      try (EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(data, "kafka"))) {
        assertThat(articles(KafkaConnection.to(kafka.bootstrapServers())))
            .isEqualTo(articles(trial.live().connection()));
      }
    }
  }

  private static Map<Integer, List<String>> articles(KafkaConnection kafka) {
    return TopicRecords.of(kafka, Topics.ARTICLES.name(), List.of());
  }

  @Test
  void aFileThatIsNotWhatWasSentIsNamed() throws IOException {
    writeRun();
    put("000001/t-0-002.jsonl.gz", "something else");

    try (BackupDirectory read = BackupDirectory.forReading(backup)) {
      BackupSegment segment = read.runs().get(0).segments("t").get(1);
      assertThatThrownBy(() -> read.verify(segment))
          .isInstanceOf(BackupException.class)
          .hasMessageStartingWith(backup + "/000001/t-0-002.jsonl.gz is damaged");
      assertThatThrownBy(() -> read.forEach(segment, line -> {}))
          .isInstanceOf(BackupException.class)
          .hasMessageContaining("is damaged");
      assertThatThrownBy(() -> read.file(new BackupSegment("000001/gone", "t", 0, 1, 1, "")))
          .isInstanceOf(BackupException.class)
          .hasMessageContaining("is missing");
    }
    put("000001/manifest.json", "{}");
    assertLine(look(), backup + "/000001/manifest.json is damaged");
  }

  @Test
  void ofTwoThatWriteOneIsRefused() throws IOException {
    try (BackupDirectory first = BackupDirectory.forWriting(backup)) {
      assertThat(first.runs()).isEmpty();
      assertThatThrownBy(this::writeRun)
          .isInstanceOf(BackupException.class)
          .hasMessageContaining("another keeling backup is writing to " + backup);
    }
    writeRun();
    assertThat(runs()).hasSize(1);
  }

  @Test
  void whatIsNoBackupIsLeftAlone() {
    put("photograph.jpg", "");

    assertThatThrownBy(this::writeRun)
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("holds something that is not a backup");
    assertLine(look(), backup + " holds no backup");
    assertLine(
        CommandRun.of("restore", "s3://B/../x", "--dry-run"), "is not the address of a backup");
  }

  @Test
  void whoMayNotAndABucketThatIsNotThereAreNamed() {
    assertLine(
        CommandRun.of("restore", "s3://there-is-none/x", "--dry-run"),
        "cannot read s3://there-is-none/x: there is no bucket there-is-none");

    S3Server.set("secretAccessKey", "another");
    assertLine(look(), "cannot read " + backup, "S3 answered 403", "credentials are wrong");
    assertThatThrownBy(this::writeRun)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("S3 answered 403");

    server.use();
    S3Server.set("endpointUrlS3", "http://127.0.0.1:" + FreePorts.find());
    assertLine(look(), "cannot read " + backup, "S3 refuses the connection");
  }
}
