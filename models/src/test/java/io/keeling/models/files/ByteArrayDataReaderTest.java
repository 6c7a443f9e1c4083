package io.keeling.models.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import opennlp.tools.ml.model.ModelParameterChunker;

class ByteArrayDataReaderTest {

  @Property
  void readsWhatOpenNlpWrites(@ForAll String text, @ForAll int whole, @ForAll double number)
      throws IOException {
    ByteArrayDataReader reader = reader(text, whole, number);

    assertThat(reader.readUTF()).isEqualTo(text);
    assertThat(reader.readInt()).isEqualTo(whole);
    assertThat(reader.readDouble()).isEqualTo(number);
  }

  @Example
  void readsTextThatJavaWritesOtherwiseThanUtf8() throws IOException {
    for (String text : List.of("a\0b", "wind \uD83C\uDF2C", "half \uD83C", "\uFFFD", "")) {
      assertThat(reader(text, 7, 0.5).readUTF()).isEqualTo(text);
    }
  }

  @Example
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
