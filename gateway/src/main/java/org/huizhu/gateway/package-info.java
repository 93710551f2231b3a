/** The one door of the platform: people sign in here, systems call the services through here. */
@NullMarked
package org.huizhu.gateway;

import org.jspecify.annotations.NullMarked;
