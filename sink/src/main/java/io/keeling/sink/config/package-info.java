/** The settings of the sink. */
@NullMarked
package io.keeling.sink.config;

import org.jspecify.annotations.NullMarked;
