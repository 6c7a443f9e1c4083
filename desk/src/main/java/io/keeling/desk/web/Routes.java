package io.keeling.desk.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.security.RouteRole;
import io.keeling.desk.access.OwnAccount;
import io.keeling.desk.access.Role;

/** Registers actions with their addresses and roles. For one thread, while the desk starts. */
public final class Routes {

  private final RoutesConfig routes;

  public Routes(RoutesConfig routes) {
    this.routes = routes;
  }

  /** Adds GET and HEAD for readers. */
  public void get(String path, Handler handler) {
    get(path, handler, Role.READER);
  }

  /** Adds GET and HEAD. The server itself leaves out the body of an answer to HEAD. */
  public void get(String path, Handler handler, Role role) {
    add(HandlerType.GET, path, handler, role);
    add(HandlerType.HEAD, path, handler, role);
  }

  /** Adds GET and HEAD for people with an account, even if reading is open. */
  public void getOwn(String path, Handler handler) {
    add(HandlerType.GET, path, handler, Role.READER, OwnAccount.NEEDED);
    add(HandlerType.HEAD, path, handler, Role.READER, OwnAccount.NEEDED);
  }

  public void post(String path, Handler handler, Role role) {
    add(HandlerType.POST, path, handler, role);
  }

  /** Adds POST for people with an account. */
  public void postOwn(String path, Handler handler) {
    add(HandlerType.POST, path, handler, Role.READER, OwnAccount.NEEDED);
  }

  public void put(String path, Handler handler, Role role) {
    add(HandlerType.PUT, path, handler, role);
  }

  public void patch(String path, Handler handler, Role role) {
    add(HandlerType.PATCH, path, handler, role);
  }

  public void delete(String path, Handler handler, Role role) {
    add(HandlerType.DELETE, path, handler, role);
  }

  private void add(HandlerType method, String path, Handler handler, RouteRole... roles) {
    routes.addHttpHandler(method, path, handler, roles);
  }
}
