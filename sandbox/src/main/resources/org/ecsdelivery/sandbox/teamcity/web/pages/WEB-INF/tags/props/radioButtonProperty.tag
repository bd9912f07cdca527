<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%-- Stands in for TeamCity's tag of this name: the same attributes, markup of our own. --%>
<%@ attribute name="name" required="true" %>
<%@ attribute name="id" %>
<%@ attribute name="value" %>
<%@ attribute name="style" %>
<%@ attribute name="className" %>
<%@ attribute name="onclick" %>
<%@ attribute name="checked" type="java.lang.Boolean" %>
<%@ attribute name="disabled" type="java.lang.Boolean" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<jsp:useBean id="propertiesBean" scope="request" type="jetbrains.buildServer.controllers.BasePropertiesBean"/>
<input type="radio" class="${className}" id="${empty id ? name : id}" name="prop:${name}" value="<c:out value="${value}"/>"<c:if test="${checked or propertiesBean.properties[name] eq value}"> checked="checked"</c:if>/>
