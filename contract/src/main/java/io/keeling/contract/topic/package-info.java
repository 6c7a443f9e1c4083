/** The topics: their names, settings and purposes. */
@NullMarked
package io.keeling.contract.topic;

import org.jspecify.annotations.NullMarked;
