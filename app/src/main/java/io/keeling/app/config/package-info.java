/** Reads keeling.yaml and the environment. */
@NullMarked
package io.keeling.app.config;

import org.jspecify.annotations.NullMarked;
