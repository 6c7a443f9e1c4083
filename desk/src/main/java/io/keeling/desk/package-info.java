/** The role that serves editors: pages, API, feeds and the live stream. */
@NullMarked
package io.keeling.desk;

import org.jspecify.annotations.NullMarked;
