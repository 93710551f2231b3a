package org.huizhu.platform.packs;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which packs decide.
 *
 * @param service the name of this service, such as {@code subsidy}
 * @param activate alternative packs that do not go live by themselves, such as {@code PLAN-2025} or {@code
 *     care-subsidy/PLAN-2025}
 */
@ConfigurationProperties("huizhu.decisions")
record PackSettings(String service, @DefaultValue Set<String> activate) {}
