package io.keeling.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;

/** Writes what a browser shows as small pictures for the documents. Stateless. */
final class Pictures {

  /** Largest picture, in bytes: whoever clones the repository has them all. */
  private static final int LARGEST = 150_000;

  /** As many as a PNG with a palette may have. */
  private static final int COLOURS = 256;

  private static final int BITS = 8;

  private Pictures() {}

  /** For the documents with {@code -Dkeeling.screenshots=true}; else beside what is built. */
  static void ofPages(Visitor visitor) throws IOException {
    Path folder =
        Path.of(Boolean.getBoolean("keeling.screenshots") ? "../docs/pages" : "target/pages");
    Files.createDirectories(folder);
    visitor.browser().look(1280, 860, "light");
    visitor.go("/");
    String article = visitor.path(Visitor.HEADLINES);
    visitor.go(article);
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("name", visitor.path(By.cssSelector(".why a[href^='/names/']")));
    pages.put("topic", visitor.path(By.cssSelector(".why a[href^='/topics/']")));
    pages.put("article", article);
    pages.put("front", "/");
    pages.put("rising", "/rising");
    pages.put("map", "/map");
    pages.put("outlets", "/outlets");
    pages.put("searches", "/searches?topic=wind-power&country=DE");
    pages.put("accounts", "/accounts");
    pages.put("sources", "/sources");
    for (Map.Entry<String, String> page : pages.entrySet()) {
      visitor.go(page.getValue());
      Path file = folder.resolve(page.getKey() + ".png");
      assertThat(write(visitor.browser(), file)).as(page.getKey()).isLessThan(LARGEST);
      assertThat(visitor.browser().cutOff()).as(page.getKey()).isEmpty();
      assertThat(visitor.browser().below()).as(page.getKey()).isEmpty();
    }
  }

  /** Writes what is shown, in the colours that it has most of, and says how many bytes that is. */
  private static int write(Browser browser, Path file) throws IOException {
    byte[] shown = browser.driver().getScreenshotAs(OutputType.BYTES);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(indexed(ImageIO.read(new ByteArrayInputStream(shown))), "png", bytes);
    Files.write(file, bytes.toByteArray());
    return bytes.size();
  }

  private static BufferedImage indexed(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    Map<Integer, Integer> counts = new HashMap<>();
    for (int rgb : image.getRGB(0, 0, width, height, null, 0, width)) {
      counts.merge(rgb, 1, Integer::sum);
    }
    List<Integer> kept =
        counts.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()))
            .limit(COLOURS)
            .map(Map.Entry::getKey)
            .toList();
    int[] palette = kept.stream().mapToInt(Integer::intValue).toArray();
    Map<Integer, Integer> indexes = new HashMap<>();
    counts.keySet().forEach(rgb -> indexes.put(rgb, nearest(rgb, palette)));
    BufferedImage result =
        new BufferedImage(
            width,
            height,
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(BITS, palette.length, palette, 0, false, -1, 0));
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        result.getRaster().setSample(x, y, 0, indexes.get(image.getRGB(x, y)));
      }
    }
    return result;
  }

  private static int nearest(int rgb, int[] palette) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < palette.length; i++) {
      int distance = 0;
      for (int shift = 0; shift < 24; shift += BITS) {
        int difference = (rgb >> shift & 0xff) - (palette[i] >> shift & 0xff);
        distance += difference * difference;
      }
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
