/** What reading its pages must give. */
@NullMarked
package io.keeling.newsroom.expect;

import org.jspecify.annotations.NullMarked;
