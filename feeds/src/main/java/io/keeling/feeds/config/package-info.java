/** The settings of feeds. */
@NullMarked
package io.keeling.feeds.config;

import org.jspecify.annotations.NullMarked;
