/** What the settings of all roles share. */
@NullMarked
package io.keeling.contract.config;

import org.jspecify.annotations.NullMarked;
