package io.keeling.models.files;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import opennlp.tools.ml.model.DataReader;
import opennlp.tools.ml.model.ModelParameterChunker;

/**
 * Reads the format of OpenNLP's {@code BinaryFileDataReader} from memory. OpenNLP's own reader
 * takes twice as long, as it reads streams byte by byte. Not thread-safe.
 */
final class ByteArrayDataReader implements DataReader {

  private static final char REPLACEMENT = '\uFFFD';

  private final byte[] bytes;
  private final ByteBuffer buffer;

  ByteArrayDataReader(byte[] bytes) {
    this.bytes = bytes;
    this.buffer = ByteBuffer.wrap(bytes);
  }

  @Override
  public int readInt() {
    return buffer.getInt();
  }

  @Override
  public double readDouble() {
    return buffer.getDouble();
  }

  @Override
  public String readUTF() throws IOException {
    int start = buffer.position();
    int length = Short.toUnsignedInt(buffer.getShort());
    String text = new String(bytes, buffer.position(), length, StandardCharsets.UTF_8);
    boolean plain =
        text.indexOf(REPLACEMENT) < 0
            && !text.startsWith(ModelParameterChunker.SIGNATURE_CHUNKED_PARAMS);
    if (plain) {
      buffer.position(buffer.position() + length);
      return text;
    }
    // Java's modified UTF-8 encodes some characters differently, and OpenNLP splits long texts.
    ByteArrayInputStream rest = new ByteArrayInputStream(bytes, start, bytes.length - start);
    String whole = ModelParameterChunker.readUTF(new DataInputStream(rest));
    buffer.position(bytes.length - rest.available());
    return whole;
  }
}
