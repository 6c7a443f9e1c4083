package io.keeling.newsroom.design;

import java.util.Locale;
import java.util.Random;

/** Draws a small landscape in SVG, another one for each address, in place of press photographs. */
final class Picturesque {

  private Picturesque() {}

  static String draw(String path) {
    Random random = new Random(path.hashCode());
    int hue = random.nextInt(360);
    StringBuilder svg = new StringBuilder(2_000);
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 960 540\">")
        .append("<defs><linearGradient id=\"s\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\">")
        .append("<stop offset=\"0\" stop-color=\"")
        .append(colour(hue, 45, 62))
        .append("\"/>")
        .append("<stop offset=\"1\" stop-color=\"")
        .append(colour(hue + 40, 60, 86))
        .append("\"/>")
        .append("</linearGradient></defs><rect width=\"960\" height=\"540\" fill=\"url(#s)\"/>");
    svg.append("<circle cx=\"")
        .append(120 + random.nextInt(720))
        .append("\" cy=\"")
        .append(90 + random.nextInt(120))
        .append("\" r=\"")
        .append(36 + random.nextInt(30))
        .append("\" fill=\"")
        .append(colour(hue + 50, 80, 92))
        .append("\"/>");
    for (int layer = 0; layer < 4; layer++) {
      int height = 250 + 65 * layer;
      svg.append("<path d=\"M0 540 L0 ").append(height);
      for (int x = 80; x <= 960; x += 80) {
        svg.append(" L").append(x).append(' ').append(height - 45 + random.nextInt(90));
      }
      svg.append(" L960 540 Z\" fill=\"")
          .append(colour(hue + 150, 26, 58 - 11 * layer))
          .append("\"/>");
    }
    return svg.append("</svg>").toString();
  }

  private static String colour(int hue, int saturation, int lightness) {
    return String.format(Locale.ROOT, "hsl(%d,%d%%,%d%%)", hue % 360, saturation, lightness);
  }
}
