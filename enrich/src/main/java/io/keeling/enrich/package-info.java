/** The role that tags articles. */
@NullMarked
package io.keeling.enrich;

import org.jspecify.annotations.NullMarked;
