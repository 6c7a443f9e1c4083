/** The settings of enrich. */
@NullMarked
package io.keeling.enrich.config;

import org.jspecify.annotations.NullMarked;
