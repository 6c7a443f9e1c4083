/** How its sites look. */
@NullMarked
package io.keeling.newsroom.design;

import org.jspecify.annotations.NullMarked;
