package io.keeling.newsroom.press;

import org.jspecify.annotations.Nullable;

/**
 * The image above an article.
 *
 * @param caption what it shows
 * @param credit who took it
 */
public record Picture(String caption, @Nullable String credit) {}
