/** Its outlets and articles. */
@NullMarked
package io.keeling.newsroom.press;

import org.jspecify.annotations.NullMarked;
