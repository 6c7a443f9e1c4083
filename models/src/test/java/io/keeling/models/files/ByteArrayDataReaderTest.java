package io.keeling.models.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.keeling.models.RandomText;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import opennlp.tools.ml.model.ModelParameterChunker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ByteArrayDataReaderTest {

  static LongStream seeds() {
    return RandomText.seeds(1000);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsWhatOpenNlpWrites(long seed) throws IOException {
    Random random = new Random(seed);
    String text = RandomText.any(random, 200);
    int whole = random.nextInt();
    double number = Double.longBitsToDouble(random.nextLong());
    ByteArrayDataReader reader = reader(text, whole, number);

    assertThat(reader.readUTF()).isEqualTo(text);
    assertThat(reader.readInt()).isEqualTo(whole);
    // As objects: not a number is none like it otherwise, and one of 2,000 is not.
    assertThat(Double.valueOf(reader.readDouble())).isEqualTo(Double.valueOf(number));
  }

  @Test
  void readsTextThatJavaWritesOtherwiseThanUtf8() throws IOException {
    for (String text : List.of("a\0b", "wind \uD83C\uDF2C", "half \uD83C", "\uFFFD", "")) {
      assertThat(reader(text, 7, 0.5).readUTF()).isEqualTo(text);
    }
  }

  @Test
  void readsTextThatIsWrittenInPieces() throws IOException {
    String text = "long ".repeat(20_000);
    ByteArrayDataReader reader = reader(text, 7, 0.5);

    assertThat(reader.readUTF()).isEqualTo(text);
    assertThat(reader.readInt()).isEqualTo(7);
  }

  private static ByteArrayDataReader reader(String text, int whole, double number)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    ModelParameterChunker.writeUTF(out, text);
    out.writeInt(whole);
    out.writeDouble(number);
    return new ByteArrayDataReader(bytes.toByteArray());
  }
}
