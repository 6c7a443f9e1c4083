package io.keeling.desk.articles.export;

import static io.keeling.search.testing.ArticleMaker.article;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;

/** Loads what writes files anew, where there is no Hadoop, as there is none where Keeling runs. */
@SuppressWarnings("BanClassLoader") // it loads our own classes once more
final class WithoutHadoop extends ClassLoader {

  private WithoutHadoop() {
    super(WithoutHadoop.class.getClassLoader());
  }

  /** A Parquet file with one article. */
  static byte[] file() throws Exception {
    Object writer =
        new WithoutHadoop().loadClass(Writer.class.getName()).getConstructor().newInstance();
    return (byte[]) ((Callable<?>) writer).call();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      if (name.startsWith("org.apache.hadoop.")) {
        throw new ClassNotFoundException(name);
      }
      boolean ours =
          name.startsWith("org.apache.parquet.")
              || name.startsWith("io.keeling.desk.articles.export.");
      Class<?> known = findLoadedClass(name);
      return ours ? known == null ? findClass(name) : known : super.loadClass(name, resolve);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] code = in.readAllBytes();
      return defineClass(name, code, 0, code.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** What is done there. */
  public static final class Writer implements Callable<byte[]> {

    @Override
    public byte[] call() throws IOException {
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      ExportFile file =
          ExportFile.open(
              new ParquetFormat(new Columns("https://desk.example").whole()), output, "");
      file.write(article("one", "One", "Words.").topic("coal", 1).make());
      file.finish();
      return output.toByteArray();
    }
  }
}
