/** What the settings of all roles share. */
@NullMarked
package io.keeling.runtime.config;

import org.jspecify.annotations.NullMarked;
