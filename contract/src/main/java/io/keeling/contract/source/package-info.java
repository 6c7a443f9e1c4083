/** The sources of articles. */
@NullMarked
package io.keeling.contract.source;

import org.jspecify.annotations.NullMarked;
